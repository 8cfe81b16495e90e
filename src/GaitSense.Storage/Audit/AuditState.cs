namespace GaitSense.Storage;

/// <summary>What a look at the audit finds.</summary>
public enum AuditState
{
    /// <summary>Each line has the hash of its words and of the line before, and all that was told elsewhere agrees.</summary>
    Whole,

    /// <summary>A line's words are not those of its hash.</summary>
    Altered,

    /// <summary>Lines are missing, or one was put in: a line does not follow the one before.</summary>
    Broken,

    /// <summary>The chain is whole, and not the one that was told elsewhere: it was made anew from some line on.</summary>
    Remade,

    /// <summary>The audit ends before a line that was told elsewhere.</summary>
    CutOff,
}
