namespace GaitSense.Core;

/// <summary>Errors from lost movement up to an instant.</summary>
/// <param name="XM">Place, walk frame, m.</param>
/// <param name="YM">Place, walk frame, m.</param>
/// <param name="TurnRad">Heading, rad, left positive.</param>
/// <param name="RotationRad">How much rotation was lost in all, rad; only grows.</param>
internal readonly record struct LostPlace(double XM, double YM, double TurnRad, double RotationRad);
