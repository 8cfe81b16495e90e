using GaitSense.Core;

namespace GaitSense.Recording.Session;

/// <summary>One foot's sensor as it was at the start of a session.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Device">Its name: a digest of its address under a key that the installation alone has.</param>
/// <param name="Kind">What it is, for people.</param>
/// <param name="RateHz">Samples a second by its own word, Hz.</param>
/// <param name="Clock">How it tells the time.</param>
public sealed record SessionSensor(Foot Foot, string Device, string? Kind, double? RateHz, ClockClass? Clock);
