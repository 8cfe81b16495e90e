using GaitSense.Core;

namespace GaitSense.Recording.Checkup;

/// <summary>Something in a recording that a person should look at.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Foot">The foot; null where it is about both or the whole.</param>
/// <param name="Text">It, in one line, with what to do.</param>
/// <param name="IsProblem">Whether results would be wrong or missing, not just to be read with care.</param>
public sealed record Finding(FindingKind Kind, Foot? Foot, string Text, bool IsProblem);
