namespace GaitSense.Core;

/// <summary>The foot's long axis as far as known.</summary>
/// <param name="Forward">Along the foot, at right angles to up, sensor frame; toward the toe where <paramref name="Sign"/> is +1.</param>
/// <param name="Sign">+1 or -1.</param>
internal readonly record struct FootAxis(Vector3D Forward, int Sign);
