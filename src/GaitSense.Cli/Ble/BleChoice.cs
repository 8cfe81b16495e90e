using GaitSense.Core;

namespace GaitSense.Cli.Ble;

/// <summary>Which sensors, and how.</summary>
/// <param name="Adapter">The adapter; null: the first.</param>
/// <param name="Left">The left foot's sensor; null where nothing was said.</param>
/// <param name="Right">The right foot's sensor; null where nothing was said.</param>
/// <param name="RateHz">Samples a second to ask for, Hz; null: the default of the sensor's kind.</param>
/// <param name="DurationS">How long, s; null: until Ctrl-C.</param>
/// <param name="Mounting">How both sensors sit; null: the core learns it.</param>
internal sealed record BleChoice(string? Adapter, string? Left, string? Right, int? RateHz, double? DurationS, MountingAxes? Mounting = null);
