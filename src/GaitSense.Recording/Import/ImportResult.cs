using GaitSense.Core;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Import;

/// <summary>What an import made.</summary>
/// <param name="Folder">The plain recording's folder.</param>
/// <param name="Format">What people call the format that was read.</param>
/// <param name="Clock">Whether the feet's times compare.</param>
/// <param name="Feet">The feet it holds, left first.</param>
/// <param name="Samples">Samples in all.</param>
/// <param name="Assumptions">What was assumed, a sentence each: side, clock, units, axes, rate, gaps.</param>
public sealed record ImportResult(string Folder, string Format, RecordingClock Clock, IReadOnlyList<Foot> Feet, long Samples, IReadOnlyList<string> Assumptions);
