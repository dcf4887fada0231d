//! The only name an entry has for its judges.

use crate::code::random_code;

random_code! {
    /// A blind code (*số phách*): `7KQ-M2X`, thirty random bits.
    ///
    /// Never counted up: a running code would tell the order of arrival, and with it the unit
    /// that sent its dossiers together. The operation draws again when a code is taken.
    ///
    /// ```
    /// use hoithi_rules::screening::BlindCode;
    /// let code = BlindCode::from_random([0x3d, 0x37, 0x6b, 0x0b]);
    /// assert_eq!(code.to_string().to_lowercase().parse(), Ok(code));
    /// ```
    BlindCode, 6 letters from 4 bytes, groups of 3, BlindCodeError, "screening.blind_code_form", "code"
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_code_has_six_letters_in_two_groups(bytes: [u8; 4]) {
            let code = BlindCode::from_random(bytes);
            prop_assert_eq!(code.as_str().len(), 6);
            prop_assert_eq!(code.to_string().len(), 7);
            prop_assert_eq!(code.as_str().parse(), Ok(code));
        }

        #[test]
        fn what_can_be_misread_is_never_written(bytes: [u8; 4]) {
            let code = BlindCode::from_random(bytes).to_string();
            prop_assert!(!code.contains(['I', 'L', 'O', 'U']));
        }
    }
}
