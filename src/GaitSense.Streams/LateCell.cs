using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>The packet of a short time that was the least late.</summary>
internal struct LateCell
{
    private const double LengthS = 0.25;
    private const int MinPackets = 4;

    private HostTime _first;
    private int _packets;

    /// <summary>The least late.</summary>
    public Lateness Least { get; private set; }

    /// <summary>How late all of them were, s; 0 while they are too few to tell.</summary>
    public readonly double LateS => _packets >= MinPackets ? Least.LateS : 0;

    /// <summary>Adds a packet. True when the cell is full.</summary>
    public bool Add(in Lateness late)
    {
        if (_packets == 0) _first = late.Arrival;
        if (_packets == 0 || late.LateS < Least.LateS) Least = late;
        _packets++;
        return _packets >= MinPackets && late.Arrival.SecondsSince(_first) >= LengthS;
    }
}
