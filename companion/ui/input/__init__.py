"""Clickers and keys: what arrives at a press, and what keys were taught to do."""
