namespace GaitSense.Recording.Session;

/// <summary>A moment that was marked during a session.</summary>
/// <param name="AtS">When, s since the session began by the host's clock.</param>
/// <param name="What">What there was to note; may be empty.</param>
public sealed record SessionMarker(double AtS, string What);
