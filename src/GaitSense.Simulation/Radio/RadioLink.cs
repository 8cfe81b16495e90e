namespace GaitSense.Simulation.Radio;

/// <summary>
/// One sensor's link over time: packets in, in the order they are made; their fates out. Knows nothing of what the packets hold, so it serves
/// a simulated recording and a simulated sensor that speaks a real protocol alike. The same seed gives the same fates, bit for bit.
/// </summary>
public sealed class RadioLink
{
    private readonly RadioModel _model;
    private readonly DeterministicRandom _chain, _air, _outages, _asides, _jitter;
    private readonly Queue<double> _waiting = new();
    private readonly double _phaseS, _badBegins, _badEnds;
    private bool _isBad;
    private double _downFromS, _downToS, _lastReadyS = double.NegativeInfinity, _lastArrivalS = double.NegativeInfinity;
    private long _event = long.MinValue;
    private int _usedInEvent, _sequence, _samples;

    /// <summary>Opens a link.</summary>
    /// <param name="model">How good it is.</param>
    /// <param name="seed">Chance.</param>
    /// <param name="stream">Which of several links of that seed: two feet have different luck.</param>
    /// <exception cref="ArgumentException">Such a link cannot exist.</exception>
    public RadioLink(RadioModel model, ulong seed, ulong stream = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Problem is { } problem) throw new ArgumentException($"Such a radio link cannot exist: {problem}.", nameof(model));
        _model = model;
        _chain = new(seed, (stream * 4) + 100);
        _air = new(seed, (stream * 4) + 101);
        _outages = new(seed, (stream * 4) + 102);
        _asides = new(seed, (stream * 4) + 103);
        _jitter = new(seed, (stream * 4) + 5100);
        _phaseS = _air.NextDouble() * model.ConnectionIntervalS;
        // In the long run the chain is bad for a share begins / (begins + ends) of all packets.
        double bad = model.LossShare / model.LossInBadSpell;
        _badEnds = 1 / model.BadSpellPackets;
        _badBegins = Math.Min(1, _badEnds * bad / (1 - bad));
        NextOutage(0);
    }

    /// <summary>Whether the connection is gone at <paramref name="timeS"/>; asked for times that do not run backward past the last packet.</summary>
    public bool IsDown(double timeS)
    {
        while (timeS >= _downToS) NextOutage(_downToS);
        return timeS >= _downFromS;
    }

    /// <summary>One packet is ready to be sent.</summary>
    /// <param name="readyS">When, s; not before the packet before it.</param>
    /// <param name="samples">How many samples it holds; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Time runs backward, or the packet is empty.</exception>
    public RadioPacket Send(double readyS, int samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        if (!(readyS >= _lastReadyS)) throw new ArgumentOutOfRangeException(nameof(readyS), readyS, "Packets are sent in the order of their times.");
        _lastReadyS = readyS;
        RadioPacket packet = new(_sequence++, _samples, samples, readyS, Arrival(readyS));
        _samples += samples;
        return packet;
    }

    /// <summary>
    /// When something short, a question or its answer, crosses the air: at a connection event, repeated until it gets through. It takes no place
    /// in the queue and changes no packet's fate.
    /// </summary>
    /// <param name="readyS">When it is ready, s.</param>
    public double Cross(double readyS)
    {
        double at = _phaseS + (Math.Ceiling((readyS - _phaseS) / _model.ConnectionIntervalS) * _model.ConnectionIntervalS);
        while (_asides.NextDouble() < _model.RetryShare) at += _model.ConnectionIntervalS;
        return at;
    }

    /// <summary>Sends a whole series of samples; the last packet may be short.</summary>
    /// <param name="sampleTimesS">When each was taken, s, in order.</param>
    public IReadOnlyList<RadioPacket> SendAll(ReadOnlySpan<double> sampleTimesS)
    {
        List<RadioPacket> packets = new((sampleTimesS.Length / _model.SamplesPerPacket) + 1);
        for (int i = 0; i < sampleTimesS.Length; i += _model.SamplesPerPacket)
        {
            int count = Math.Min(_model.SamplesPerPacket, sampleTimesS.Length - i);
            packets.Add(Send(sampleTimesS[i + count - 1], count));
        }

        return packets;
    }

    private double? Arrival(double readyS)
    {
        // Chance is drawn for every packet whatever happens to it, so that one model's outage does not reshuffle its bursts.
        double chain = _chain.NextDouble(), luck = _chain.NextDouble();
        _isBad = _isBad ? chain >= _badEnds : chain < _badBegins;
        bool isLostOnAir = _isBad && luck < _model.LossInBadSpell;

        if (IsDown(readyS)) return null;
        while (_waiting.TryPeek(out double sent) && sent <= readyS) _waiting.Dequeue();
        if (_waiting.Count >= _model.QueuePackets) return null;
        double onAirS = OnAir(readyS);
        // What still waits when the connection goes is gone with it.
        if (onAirS >= _downFromS) return null;
        _waiting.Enqueue(onAirS);
        double jitterS = _model.JitterS > 0 ? _model.JitterS * _jitter.NextDouble() : 0;
        if (isLostOnAir) return null;
        return _lastArrivalS = Math.Max(_lastArrivalS, onAirS + _model.HostDelayS + jitterS);
    }

    private double OnAir(double readyS)
    {
        long first = (long)Math.Ceiling((readyS - _phaseS) / _model.ConnectionIntervalS);
        if (first > _event) Open(first);
        else if (_usedInEvent >= _model.PacketsPerEvent) Open(_event + 1);
        _usedInEvent++;
        return _phaseS + (_event * _model.ConnectionIntervalS);
    }

    private void Open(long next)
    {
        while (_air.NextDouble() < _model.RetryShare) next++;
        (_event, _usedInEvent) = (next, 0);
    }

    private void NextOutage(double fromS)
    {
        if (_model.DisconnectsPerMin == 0)
        {
            (_downFromS, _downToS) = (double.PositiveInfinity, double.PositiveInfinity);
            return;
        }

        _downFromS = fromS - (60 / _model.DisconnectsPerMin * Math.Log(1 - _outages.NextDouble()));
        _downToS = _downFromS + (_model.ReconnectS * (0.5 + _outages.NextDouble()));
    }
}
