-- A building block.
:at
