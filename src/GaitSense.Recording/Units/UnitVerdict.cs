namespace GaitSense.Recording.Units;

/// <summary>What <see cref="UnitCheck"/> thinks of a sensor's units.</summary>
/// <param name="Slip">The slip found; <see cref="UnitSlip.None"/> where none was.</param>
/// <param name="Reading">The number that shows it, in the file's own unit; 0 where no slip was found.</param>
/// <param name="Message">The slip in words, with what to do; null where none was found.</param>
public readonly record struct UnitVerdict(UnitSlip Slip, double Reading, string? Message);
