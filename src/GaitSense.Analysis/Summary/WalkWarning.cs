namespace GaitSense.Analysis.Summary;

/// <summary>What a reader must know before using a walk's numbers.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">One or two sentences.</param>
public sealed record WalkWarning(WarningKind Kind, string Text);
