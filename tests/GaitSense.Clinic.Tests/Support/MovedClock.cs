namespace GaitSense.Clinic.Tests;

/// <summary>The system's clock, moved on by a test.</summary>
internal sealed class MovedClock : TimeProvider
{
    public TimeSpan Moved { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Moved;
}
