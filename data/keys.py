"""What a key looks like, for whoever checks one without being able to open anything."""

# 22 letters carry 132 bits of which a key uses 128; the last one holds only the final two, so that one key has one spelling.
KEY_FORM = r"[A-Za-z0-9_-]{21}[AQgw]"
