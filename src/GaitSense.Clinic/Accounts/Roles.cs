namespace GaitSense.Clinic.Accounts;

/// <summary>What an account may do.</summary>
public static class Roles
{
    /// <summary>Their own days and weeks.</summary>
    public const string Walker = "walker";

    /// <summary>The people that the account is a member for, and what they walk.</summary>
    public const string Clinician = "clinician";

    /// <summary>Exports of people who consented, under pseudonyms.</summary>
    public const string Researcher = "researcher";

    /// <summary>Accounts, backups and the audit; no gait data.</summary>
    public const string Admin = "admin";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Walker, Clinician, Researcher, Admin];
}
