namespace GaitSense.Analysis.Summary;

/// <summary>A fault of a sensor, as it stands in the summary.</summary>
/// <param name="Kind">What it is: <c>frozen</c>, <c>accel_scale</c>, <c>axes_differ</c>, <c>gyro_sign</c>, <c>gyro_scale</c>, <c>gyro_late</c>, <c>not_on_foot</c>.</param>
/// <param name="Value">How much: s of frozen and late, a factor of a scale, a share of not on a foot; null of axes.</param>
/// <param name="Text">It in words, with what to do.</param>
public sealed record FootFault(string Kind, double? Value, string Text);
