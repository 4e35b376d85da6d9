"""Characters for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

ANY = st.characters(exclude_categories=["Cs"])
"""Whatever a file can hold. ``st.text`` draws from the same by itself, but asks first which code points have an encoding: two seconds
in a clone where no test ran yet."""
