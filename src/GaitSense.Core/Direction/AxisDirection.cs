namespace GaitSense.Core;

/// <summary>
/// Where a swing went, seen along the foot's axis before its sign is known: with an undeclared mounting "along" may yet turn out to be
/// backward.
/// </summary>
internal enum AxisDirection
{
    Unknown,
    Along,
    Against,
    LeftOf,
    RightOf,
    InPlace,
}
