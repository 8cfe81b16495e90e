using System.Buffers;

namespace GaitSense.Protocol;

/// <summary>
/// The protocol with one sensor over one connection, without input or output of its own: it returns the next step (<see cref="NextStep"/>) and takes
/// what came. Not thread-safe: the caller lets one thread in at a time. <see cref="Decode"/> allocates nothing for notifications of samples.
/// </summary>
/// <example>
/// <code>
/// for (SensorStep step = dialogue.NextStep(); step.Kind is not (Idle or Refused); step = dialogue.NextStep()) await Do(step);
/// </code>
/// </example>
public abstract class SensorDialogue
{
    /// <summary>Most readings that one notification gives.</summary>
    public const int MaxReadings = SamplePacket.MaxSamples;

    private protected SensorDialogue()
    {
    }

    /// <summary>What came, and what was wrong with it.</summary>
    public DecodeCounters Counters { get; } = new();

    /// <summary>What readings mean; null until it is known. It changes only within <see cref="Decode"/> and <see cref="OnRead"/>.</summary>
    public StreamDescription? Stream { get; private protected set; }

    /// <summary>Last state that the sensor told of itself; null where it tells none.</summary>
    public SensorStatus? Status { get; private protected set; }

    /// <summary>Battery, percent 1 to 100, as the sensor told last by itself or in a notification; null where it did not.</summary>
    public virtual int? BatteryPercent => Status is { } status ? SensorStatus.KnownBattery(status.BatteryPercent) : null;

    /// <summary>How the battery is asked for: a read, whose value <see cref="ReadBattery"/> takes, or a write, after whose answer <see cref="BatteryPercent"/> has it.</summary>
    public virtual SensorStep BatteryStep => SensorStep.Read(StandardBattery.Service, StandardBattery.Level);

    /// <summary>Battery, percent 1 to 100, in a value that was read; null where it does not say.</summary>
    /// <param name="value">The value.</param>
    public virtual int? ReadBattery(ReadOnlySpan<byte> value) => value is [var percent] ? SensorStatus.KnownBattery(percent) : null;

    /// <summary>Why it will not work; null while it may.</summary>
    public SensorRefusal? Refusal { get; private protected set; }

    /// <summary>What is to be done now. Each step but <see cref="SensorStepKind.Wait"/> and the last two counts as done when the next is asked for.</summary>
    public abstract SensorStep NextStep();

    /// <summary>Begins to end the stream: <see cref="NextStep"/> then says how.</summary>
    public abstract void BeginStop();

    /// <summary>Takes the value that was read.</summary>
    /// <param name="value">The value.</param>
    public virtual void OnRead(ReadOnlySpan<byte> value)
    {
    }

    /// <summary>What was waited for did not come in time.</summary>
    public virtual void OnTimeout()
    {
    }

    /// <summary>Takes a notification.</summary>
    /// <param name="characteristic">Of which characteristic.</param>
    /// <param name="value">Its bytes.</param>
    /// <param name="readings">Receives the readings in it; must hold <see cref="MaxReadings"/>.</param>
    /// <param name="count">How many readings; 0 for notifications of other things.</param>
    /// <returns>Done; or that it was bad, which is counted. Never an exception because of the bytes.</returns>
    public abstract OperationStatus Decode(Guid characteristic, ReadOnlySpan<byte> value, Span<RawReading> readings, out int count);

    /// <summary>Asks the sensor for its time. The answer comes as a notification: after it was decoded, <see cref="TryTakeTime"/> has it.</summary>
    /// <param name="hostUs">The host's time now, µs; comes back with the answer.</param>
    /// <param name="write">What to write at once.</param>
    /// <returns>False where the sensor cannot, or is not ready.</returns>
    public virtual bool TryAskTime(ulong hostUs, out SensorStep write)
    {
        write = default;
        return false;
    }

    /// <summary>The answer to a question for the time, if the notification just decoded was one.</summary>
    /// <param name="hostUs">When it was asked, as given then, µs.</param>
    /// <param name="answer">The sensor's side.</param>
    public virtual bool TryTakeTime(out ulong hostUs, out TimeAnswer answer)
    {
        (hostUs, answer) = (0, default);
        return false;
    }

    /// <summary>Makes the sensor vibrate.</summary>
    /// <param name="command">The pattern.</param>
    /// <param name="write">What to write at once.</param>
    /// <returns>False where the sensor cannot do that.</returns>
    public virtual bool TryVibrate(in MotorCommand command, out SensorStep write)
    {
        write = default;
        return false;
    }

    /// <summary>Guards the one thing that a caller may do wrong in <see cref="Decode"/>.</summary>
    private protected static void RequireRoom(Span<RawReading> readings)
    {
        if (readings.Length < MaxReadings) throw new ArgumentException($"There must be room for {MaxReadings} readings.", nameof(readings));
    }
}
