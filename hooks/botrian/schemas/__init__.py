"""The models of the content files go in; their JSON Schemas come out, for editors that complete and check."""

from __future__ import annotations

from botrian.schemas.generate import editor_settings, schema_files, schema_name

__all__ = ["editor_settings", "schema_files", "schema_name"]
