"""Use cases, and the ports (Protocols) that the adapters fill."""
