namespace GaitSense.Core;

/// <summary>What the contact detector found.</summary>
/// <param name="Kind">Initial or terminal contact.</param>
/// <param name="Time">When.</param>
/// <param name="AngleRad">Sagittal foot angle then, rad.</param>
/// <param name="ReleaseSign">Sense of the release rotation of the swing that begins or ended, +1 or -1; 0 when it had none.</param>
/// <param name="ReleaseRad">Angle turned by the release rotation, rad.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="AmbiguityS">How much earlier it may as well be said to have happened, s; 0 where only one instant offers itself.</param>
internal readonly record struct ContactEvent(
    GaitEventKind Kind, DeviceTime Time, double AngleRad, int ReleaseSign, double ReleaseRad, double Confidence, double AmbiguityS = 0);
