using System.Buffers;

namespace GaitSense.Protocol;

/// <summary>A sensor that is known and cannot be used: it is looked at once, so that it is surely that kind, and refused in words.</summary>
internal sealed class UnfitDialogue : ScriptedDialogue
{
    private readonly string _why;

    public UnfitDialogue(string why, SensorStep look)
    {
        _why = why;
        Then(look);
    }

    public override OperationStatus Decode(Guid characteristic, ReadOnlySpan<byte> value, Span<RawReading> readings, out int count)
    {
        count = 0;
        return Counters.Count(PacketFault.UnknownKind);
    }

    protected override void Continue() => Refusal = new(SensorRefusalKind.Unfit, _why);

    protected override IEnumerable<SensorStep> StopSteps() => [];
}
