using System.Globalization;

namespace GaitSense.Storage;

/// <summary>What a look at the audit found.</summary>
/// <param name="State">How it is.</param>
/// <param name="Lines">Lines that were read.</param>
/// <param name="Seq">The line at fault: the first altered or not following, the last that is there (cut off), the first told elsewhere that is another (made anew); null: none.</param>
public sealed record AuditReport(AuditState State, long Lines, long? Seq)
{
    /// <summary>The finding in one line.</summary>
    public string Words
    {
        get
        {
            string line = (Seq ?? 0).ToString(CultureInfo.InvariantCulture), lines = Lines.ToString(CultureInfo.InvariantCulture);
            return State switch
            {
                AuditState.Whole => $"the audit is whole: {lines} lines",
                AuditState.Altered => $"line {line} of the audit was altered",
                AuditState.Broken => $"line {line} of the audit does not follow the line before: lines are missing, or were put in",
                AuditState.Remade => $"the audit was made anew: at or before line {line} it is not the one whose hash was told elsewhere",
                _ => $"the end of the audit was cut off: it ends with line {line}, and a later one was told elsewhere",
            };
        }
    }
}
