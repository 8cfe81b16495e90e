namespace GaitSense.Core;

/// <summary>What one stride along the foot shows of whether it went toward the toe, seen in the direction of travel as if that were forward.</summary>
/// <param name="End">Its landing.</param>
/// <param name="TravelSign">+1 when it went along the mounting's axis, -1 when against it.</param>
/// <param name="ReleaseRad">How far the trailing end had lifted as the foot left the ground, rad; negative when the leading end had.</param>
/// <param name="LandingRad">How far the leading end was lifted at landing, rad; negative when it landed on the leading end.</param>
/// <param name="RollLn">ln of the time in which the foot rolls off before this swing over the time in which it had come down flat; null where either was not seen.</param>
/// <param name="OutwardM">How far the swing bowed outward, to the side of its own foot, on average, m; null where it turned.</param>
/// <param name="Middle">The mean time of the swing's motion, as a share of the swing from terminal contact on; null where it was not seen.</param>
/// <param name="IsFirst">Whether it began from rest: lifted rather than pushed off, it tells less.</param>
internal readonly record struct WayShown(DeviceTime End, int TravelSign, double ReleaseRad, double LandingRad, double? RollLn, double? OutwardM, double? Middle, bool IsFirst);
