"""The records as files hold them: places, YAML, fields, reading and schema."""
