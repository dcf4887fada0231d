### Units: the register of who takes part.
