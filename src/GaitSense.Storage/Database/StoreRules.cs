namespace GaitSense.Storage;

/// <summary>Words of the rules that a database holds up itself; triggers raise them, and people read them.</summary>
internal static class StoreRules
{
    /// <summary>A plan version that a session has used is never changed.</summary>
    public const string PlanInUse = "a session has used this version of the plan, and it is not changed: make a new version";

    /// <summary>Lines of the audit are never changed.</summary>
    public const string AuditStays = "lines of the audit are neither changed nor deleted";

    /// <summary>All rules, for finding one in what a database says.</summary>
    public static IReadOnlyList<string> All { get; } = [PlanInUse, AuditStays];
}
