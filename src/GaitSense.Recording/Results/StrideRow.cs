using GaitSense.Core;

namespace GaitSense.Recording.Results;

/// <summary>A row of an analysis folder's <c>strides.csv</c>.</summary>
/// <param name="Stride">The stride; times to the microsecond, angles in radians.</param>
/// <param name="EndS">Closing initial contact as printed, s: the double nearest to the decimals.</param>
/// <param name="TerminalContactS">Terminal contact as printed, s.</param>
/// <param name="StrideTimeS">Stride time as printed, s; null where that is empty.</param>
/// <param name="LengthM">Length as printed, m; null where that is empty.</param>
public readonly record struct StrideRow(Stride Stride, double EndS, double TerminalContactS, double? StrideTimeS, double? LengthM);
