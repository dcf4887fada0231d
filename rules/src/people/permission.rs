//! Who may do what, as one table.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Role::{
    self, AgencyHead, AgencyOfficer, Auditor, Author, CommitteeMember, ContestSecretary, Judge, JuryChair,
    JurySecretary, Public, SystemAdministrator, UnitContact, UnitOrganiser,
};

macro_rules! permissions {
    ($($name:ident = $code:literal: $doc:literal, [$($role:ident),* $(,)?];)+) => {
        /// One thing that can be done. The code, `noun.verb`, is stable: the API, the
        /// journal and the matrix use it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Permission { $(#[doc = $doc] #[serde(rename = $code)] $name,)+ }

        impl Permission {
            /// Every permission, in the order of the contest.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Stable name.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The roles that carry it.
            pub const fn holders(self) -> &'static [Role] {
                match self { $(Self::$name => &[$($role),*],)+ }
            }
        }
    };
}

permissions! {
    EditionView = "edition.view": "See an edition before it is public.",
        [AgencyHead, AgencyOfficer, ContestSecretary, CommitteeMember, Auditor];
    EditionSetUp = "edition.set_up": "Set up an edition from a rule book.",
        [AgencyHead, AgencyOfficer];
    EditionLaunch = "edition.launch": "Launch an edition.",
        [AgencyHead];
    EditionAmend = "edition.amend": "Put an amendment of the rules into force.",
        [AgencyHead];

    UnitsView = "units.view": "See the register of units.",
        [SystemAdministrator, AgencyHead, AgencyOfficer, ContestSecretary, CommitteeMember, Auditor];
    UnitsManage = "units.manage": "Change the register of units.",
        [SystemAdministrator, AgencyOfficer];

    ContactsView = "contacts.view": "Read whom one reaches in a unit: names, numbers, addresses.",
        [AgencyHead, AgencyOfficer];
    ContactsManage = "contacts.manage": "Add, change and end contacts of units, also from a file.",
        [AgencyOfficer];

    DocumentRead = "document.read": "Read the register of documents, drafts included.",
        [AgencyHead, AgencyOfficer, ContestSecretary, CommitteeMember, Auditor];
    DocumentRegister = "document.register": "Write a document into the register.",
        [AgencyHead, AgencyOfficer, ContestSecretary];
    DocumentSignOff = "document.sign_off": "Sign a document; its number and day are recorded.",
        [AgencyHead];

    LetterSend = "letter.send": "Send a signed letter to units with its tasks.",
        [AgencyHead, AgencyOfficer];
    SendingView = "sending.view": "Read the letters that came to one's unit.",
        [UnitContact, UnitOrganiser];
    SendingAcknowledge = "sending.acknowledge": "Confirm for one's unit that a letter arrived.",
        [UnitContact];
    SendingAcknowledgeOnBehalf = "sending.acknowledge_on_behalf":
        "Record that a unit confirmed by paper, mail or telephone.",
        [AgencyOfficer, ContestSecretary];
    CampaignView = "campaign.view": "See how all units stand: letters, tasks, reports.",
        [AgencyHead, AgencyOfficer, ContestSecretary, CommitteeMember, Auditor];
    TaskComplete = "task.complete": "Answer a task: done, or nothing to report.",
        [UnitContact];
    PublicityRecord = "publicity.record": "Record evidence of publicity by one's unit.",
        [UnitContact];
    PublicityCheck = "publicity.check": "Confirm or return what units recorded of their publicity.",
        [AgencyHead, AgencyOfficer, ContestSecretary];
    ReportSubmit = "report.submit": "Hand in one's unit's report.",
        [UnitContact];
    ReportReceiveOnBehalf = "report.receive_on_behalf":
        "Enter a report that a unit sent on paper.",
        [AgencyOfficer, ContestSecretary];
    ReportApprove = "report.approve":
        "Give a unit's report back, approve it, or open an approved one again.",
        [AgencyHead, AgencyOfficer, ContestSecretary];
    ReportConsolidate = "report.consolidate": "Draw up the consolidated report.",
        [AgencyHead, AgencyOfficer, ContestSecretary];
    CommendationRecord = "commendation.record": "Record what one's unit gave its own people.",
        [UnitContact];
    CommendationPropose = "commendation.propose":
        "Publish the formula of merit, put units forward, record what was decided.",
        [AgencyHead, AgencyOfficer, ContestSecretary];
    LocalContestHold = "local_contest.hold": "Set up and run one's unit's own contest.",
        [UnitOrganiser];

    InitiativeKeep = "initiative.keep": "Keep one's unit's register of initiatives.",
        [UnitContact];
    InitiativeKeepOnBehalf = "initiative.keep_on_behalf":
        "Keep a unit's register of initiatives for it.",
        [AgencyOfficer];
    InitiativeView = "initiative.view":
        "Read registers of initiatives: a unit's contact the own, the agency all of them.",
        [AgencyHead, AgencyOfficer, Auditor, UnitContact];
    MovementLaunch = "movement.launch": "Launch a movement and say what each unit is asked for.",
        [AgencyHead, AgencyOfficer];

    EntryCreate = "entry.create": "Begin a dossier of one's own.",
        [Author];
    EntryViewOwn = "entry.view_own": "Read a dossier that one is an author of.",
        [Author];
    EntryEdit = "entry.edit": "Change one's draft.",
        [Author];
    EntrySubmit = "entry.submit": "Submit one's dossier.",
        [Author];
    EntryWithdraw = "entry.withdraw": "Withdraw one's entry.",
        [Author];
    EntryViewUnit = "entry.view_unit": "Read the dossiers of one's unit.",
        [UnitContact, UnitOrganiser];
    EntryOnBehalf = "entry.on_behalf":
        "Write and submit a dossier for authors who brought it on paper.",
        [AgencyOfficer, ContestSecretary, UnitContact];
    EntryEndorse = "entry.endorse":
        "Order one's unit's entries and confirm them by a signed list.",
        [AgencyOfficer, ContestSecretary, UnitContact, UnitOrganiser];
    EntryViewAll = "entry.view_all": "Read all dossiers with their authors.",
        [AgencyHead, AgencyOfficer, ContestSecretary, Auditor];

    ScreeningDecide = "screening.decide": "Admit, return or refuse an entry.",
        [ContestSecretary];

    JurySetUp = "jury.set_up": "Appoint the jury and its panels.",
        [AgencyHead];
    JudgeAssign = "judge.assign": "Give entries to judges.",
        [ContestSecretary, JuryChair];
    ConflictDeclare = "conflict.declare": "Declare that one cannot judge an entry.",
        [Judge];
    JudgeStop = "judge.stop": "End the unlocked sheets of a judge who does not go on marking.",
        [JuryChair, JurySecretary];
    RoundStart = "round.start": "Open a round for marking; its rules are frozen.",
        [ContestSecretary, JuryChair];
    SheetMark = "sheet.mark": "Mark an entry on one's own sheet.",
        [Judge];
    SheetLock = "sheet.lock": "Confirm and lock one's own sheet.",
        [Judge];
    RoundProgress = "round.progress": "See how many sheets are locked, never a mark.",
        [AgencyHead, AgencyOfficer, ContestSecretary, JuryChair, JurySecretary, Auditor];
    RoundSeal = "round.seal": "Seal a round whose sheets are all locked.",
        [JuryChair, JurySecretary];
    RoundOpen = "round.open": "Open a sealed round together with a second person.",
        [ContestSecretary, CommitteeMember, JuryChair, JurySecretary, Auditor];

    RankingView = "ranking.view": "See results and ranking of an opened round.",
        [AgencyHead, AgencyOfficer, ContestSecretary, CommitteeMember, JuryChair, JurySecretary,
         Auditor];
    AwardPropose = "award.propose": "Propose prizes from the ranking.",
        [ContestSecretary, JuryChair];
    AwardDecide = "award.decide": "Decide the prizes.",
        [AgencyHead];

    ForwardingSend = "forwarding.send": "Send an entry to the level above.",
        [AgencyHead, AgencyOfficer, UnitOrganiser];

    CertificateView = "certificate.view": "Read the register of certificates.",
        [AgencyHead, AgencyOfficer, Auditor];
    CertificateIssue = "certificate.issue": "Issue certificates by the decision.",
        [AgencyHead, AgencyOfficer];
    CertificateRevoke = "certificate.revoke": "Declare a certificate void.",
        [AgencyHead];
    AnnouncementPublish = "announcement.publish": "Publish the result on the portal.",
        [AgencyHead, AgencyOfficer];
    PortalRead = "portal.read": "Read what is public.",
        [Public];
    QuestionAsk = "question.ask": "Ask the help desk.",
        [Public];
    QuestionAnswer = "question.answer": "Record and answer questions, and publish answers.",
        [AgencyHead, AgencyOfficer, ContestSecretary, UnitOrganiser];
    MeetingKeep = "meeting.keep": "Plan meetings, invite, record what came of them.",
        [AgencyHead, AgencyOfficer, ContestSecretary];
    DeskKeep = "desk.keep": "Say who answers questions, and when.",
        [AgencyHead, AgencyOfficer, UnitOrganiser];
    CertificateVerify = "certificate.verify": "Check a certificate by its code.",
        [Public];

    JournalRead = "journal.read": "Read the journal.",
        [SystemAdministrator, AgencyHead, Auditor];
    AccountRegister = "account.register": "Open an author's account for oneself.",
        [Public];
    AccountCreate = "account.create": "Open an account for somebody.",
        [SystemAdministrator, AgencyOfficer];
    AccountKeep = "account.keep": "Set a password anew, close an account or open it again.",
        [SystemAdministrator];
    RoleGrant = "role.grant": "Give or end a role.",
        [SystemAdministrator];
    RemindersView = "reminders.view": "See what was reminded to whom, and the house's choice of it.",
        [SystemAdministrator, AgencyHead, AgencyOfficer];
    RemindersSet = "reminders.set": "Choose what is reminded of, when, and when never.",
        [AgencyHead, AgencyOfficer];
    MailingSend = "mailing.send": "Keep lists of who wants mail, write to them, choose how many a day.",
        [AgencyHead, AgencyOfficer];
    OutboxRead = "outbox.read": "Read the mail that waits or went out.",
        [SystemAdministrator];
}

impl Permission {
    /// The permission of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|permission| permission.code() == code)
    }

    /// Whether the act is a leader's, and may be recorded by a named officer from the leader's
    /// signed paper. Sealing and opening a round are never: they need the persons themselves.
    pub const fn reserved_to_leader(self) -> bool {
        matches!(
            self,
            Self::EditionLaunch
                | Self::EditionAmend
                | Self::DocumentSignOff
                | Self::JurySetUp
                | Self::AwardDecide
                | Self::CertificateRevoke
        )
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// The whole table as text: `✔` may, `✎` may record it from a leader's signed paper, `·` may not.
///
/// A committed snapshot holds it, so that a change of powers is seen in review.
pub fn matrix() -> String {
    let mut lines: Vec<String> = Vec::new();
    for (index, role) in Role::ALL.iter().enumerate() {
        lines.push(format!("{:>2} {role}", index + 1));
    }
    let heads: Vec<String> = (1..=Role::ALL.len()).map(|index| format!("{index:>2}")).collect();
    lines.push(String::new());
    lines.push(format!("{:<32}{}", "", heads.join(" ")));
    lines.extend(Permission::ALL.iter().map(|permission| row(*permission)));
    lines.join("\n") + "\n"
}

fn row(permission: Permission) -> String {
    let mark = |role: &Role| match (role.may(permission), role.may_record_from_paper(permission)) {
        (true, _) => " ✔",
        (false, true) => " ✎",
        (false, false) => " ·",
    };
    let marks: Vec<&str> = Role::ALL.iter().map(mark).collect();
    format!("{permission:<32}{}", marks.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matrix_is_the_committed_one() {
        insta::assert_snapshot!(matrix());
    }

    #[test]
    fn codes_are_told_apart_and_found_again() {
        for permission in Permission::ALL {
            assert_eq!(Permission::from_code(permission.code()), Some(*permission));
        }
    }

    #[test]
    fn what_is_reserved_to_a_leader_is_carried_by_the_leader_alone() {
        for permission in Permission::ALL.iter().filter(|each| each.reserved_to_leader()) {
            assert_eq!(permission.holders(), [AgencyHead], "{permission}");
        }
    }

    #[test]
    fn whoever_marks_sees_no_names_and_whoever_keeps_the_machine_sees_no_entries() {
        for hidden in [Permission::EntryViewAll, Permission::RankingView] {
            assert!(!Judge.may(hidden));
            assert!(!SystemAdministrator.may(hidden));
        }
    }
}
