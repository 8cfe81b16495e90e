namespace GaitSense.Clinic.Live;

/// <summary>Both feet of a live session.</summary>
internal sealed record BothFeetView(FootView Left, FootView Right);
