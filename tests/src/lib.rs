//! hoithi-tests
