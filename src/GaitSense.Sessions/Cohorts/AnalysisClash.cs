namespace GaitSense.Sessions;

/// <summary>Why recordings cannot be analysed together, or not into the folder that was asked for.</summary>
public enum AnalysisClash
{
    /// <summary>Two recordings have one name, and would write into one folder.</summary>
    OneName,

    /// <summary>One recording's results would go into the result folder of another.</summary>
    InsideAnother,

    /// <summary>A folder of recordings is a recording itself.</summary>
    AroundOthers,

    /// <summary>A recording's results would go into the recording itself.</summary>
    IntoItself,
}
