using GaitSense.Training.Regimes;

namespace GaitSense.Training.Verdicts;

/// <summary>What an administrator stated, as reports say it.</summary>
public static class StatementLine
{
    /// <summary>That there is none.</summary>
    public const string Off = "Verdicts are off: no administrator has stated which rules apply (a study with ethics approval, or a regulatory decision of the clinic).";

    /// <summary>The statement as a line: "study with ethics approval: EK 2026-113, stated by admin-1 on 2026-11-02".</summary>
    /// <param name="statement">The statement.</param>
    public static string Of(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        string regime = statement.Regime == Regime.ApprovedStudy ? "study with ethics approval" : "regulatory decision of the clinic";
        return FormattableString.Invariant($"{regime}: {Core.OutsideText.Line(statement.Reference)}, stated by {Core.OutsideText.Line(statement.By)} on {statement.At:yyyy-MM-dd}");
    }
}
