namespace GaitSense.Devices;

/// <summary>Asks the system to run the calling thread before others, as far as this user may. Each system has its own way; it never fails.</summary>
/// <param name="rank">How far before others.</param>
/// <returns>How far it came.</returns>
public delegate SoundPriority RaiseThread(ThreadRank rank);
