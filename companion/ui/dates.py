"""How days and times are written: the machine's own way where it speaks the language of the words."""

from PySide6.QtCore import QLocale


def locale_for(language: str) -> QLocale:
    """The system's locale when it is of this language, else that language's usual one."""
    system = QLocale.system()
    wanted = QLocale(language)
    return system if system.language() == wanted.language() else wanted
