namespace GaitSense.Core;

/// <summary>What a foot tells the other after a stride.</summary>
/// <param name="Landing">The stride's end.</param>
/// <param name="KnownAt">Time of the sample that completed it.</param>
/// <param name="TravelSign">Whether it went along this foot's axis (+1) or against it (-1).</param>
/// <param name="Logit">ln of the odds that this foot's axis points to its toe, by its own evidence.</param>
internal readonly record struct ForwardWord(DeviceTime Landing, DeviceTime KnownAt, int TravelSign, double Logit);
