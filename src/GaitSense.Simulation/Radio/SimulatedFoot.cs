using GaitSense.Core;

namespace GaitSense.Simulation.Radio;

/// <summary>
/// A simulated foot that speaks a real protocol: it plays samples through its firmware and its link, on its own clock, in true time that the caller
/// drives. Nothing is allocated per packet. Not thread-safe.
/// </summary>
public sealed class SimulatedFoot
{
    private const int Places = 256;
    private const int MaxValueBytes = 512;
    private const double BootS = 0.5;

    private readonly SimulatedFootOptions _options;
    private readonly DeterministicRandom _chance;
    private readonly RadioLink _link;
    private readonly Flight[] _flights = new Flight[Places];
    private readonly byte[] _bytes = new byte[Places * MaxValueBytes];
    private readonly ImuSample[] _batch = new ImuSample[64];
    private readonly byte[] _scratch = new byte[MaxValueBytes];
    private readonly List<int> _delivered = [];
    private readonly FootNotification _answer;
    private int _next, _swapped = -1;
    private long _order;
    private double _bootS = double.NegativeInfinity, _lastArrivalS, _answerArrivalS, _quietUntilS;
    private bool _hasRestarted;
    private (double FromS, double ToS) _vanished = (0, 0);

    /// <summary>A foot whose walk begins at true time 0.</summary>
    public SimulatedFoot(FootFirmware firmware, SimulatedFootOptions options)
    {
        ArgumentNullException.ThrowIfNull(firmware);
        ArgumentNullException.ThrowIfNull(options);
        (Firmware, _options) = (firmware, options);
        _chance = new DeterministicRandom(options.Seed, 700 + options.Stream);
        _answer = (characteristic, value) => Fly(characteristic, value, _answerArrivalS);
        _link = new RadioLink(options.Radio, options.Seed, options.Stream);
    }

    /// <summary>What it says.</summary>
    public FootFirmware Firmware { get; }

    /// <summary>How often it was started: a connection to an earlier life is none.</summary>
    public int Boots { get; private set; } = 1;

    /// <summary>Packets of samples that the sensor made while it was streaming.</summary>
    public int PacketsMade { get; private set; }

    /// <summary>Samples that reached the host, by their running number in what is played, in the order of arrival; twice where they came twice.</summary>
    public IReadOnlyCollection<int> Delivered => _delivered;

    /// <summary>Keeps <see cref="Delivered"/>; it grows. <value>The default is false.</value></summary>
    public bool KeepsDelivered { get; init; }

    /// <summary>Whether it can be reached.</summary>
    public bool IsReachable(double trueS) =>
        !(trueS >= _vanished.FromS && trueS < _vanished.ToS) && !(_options.Away is { } away && trueS >= away.FromS && trueS < away.ToS) && !(_options.RestartS is { } at && trueS >= at && trueS < at + BootS);

    /// <summary>True time of the first sample that it sent, s; infinity before it.</summary>
    public double FirstSentS { get; private set; } = double.PositiveInfinity;

    /// <summary>Takes it out of reach for a while.</summary>
    public void Vanish(double trueS, double forS) => _vanished = (trueS, trueS + forS);

    /// <summary>What its clock shows, µs.</summary>
    public long DeviceUs(double trueS) => (long)Math.Round((double.IsInfinity(_bootS) ? _options.Clock.DeviceS(trueS) : _options.Clock.DeviceS(trueS) - _options.Clock.DeviceS(_bootS)) * 1e6);

    /// <summary>The connection is gone, and what was on its way with it.</summary>
    public void Disconnect()
    {
        Firmware.Disconnected();
        foreach (ref Flight flight in _flights.AsSpan()) flight.IsUsed = false;
        _swapped = -1;
    }

    /// <summary>The host writes; the answer comes by itself.</summary>
    public void Write(Guid characteristic, ReadOnlySpan<byte> value, double trueS)
    {
        double receivedS = _link.Cross(trueS + _options.Radio.HostDelayS), answeredS = receivedS + 0.0005 + (_options.AnswerPauseS * _chance.NextDouble());
        _answerArrivalS = _link.Cross(answeredS) + _options.Radio.HostDelayS;
        bool was = Firmware.IsStreaming;
        Firmware.Write(characteristic, value, DeviceUs(receivedS), DeviceUs(answeredS), _answer);
        // Samples flow from when the answer says so, and do not overtake it.
        if (!was && Firmware.IsStreaming) (_quietUntilS, _lastArrivalS) = (answeredS, Math.Max(_lastArrivalS, _answerArrivalS));
    }

    /// <summary>True time has come to <paramref name="trueS"/>: samples are taken and sent.</summary>
    public void Advance(double trueS)
    {
        if (_options.RestartS is { } at && trueS >= at && !_hasRestarted)
        {
            (_hasRestarted, _bootS) = (true, at);
            Boots++;
            Firmware.Restarted();
        }

        ReadOnlySpan<ImuSample> samples = _options.Samples.Span;
        int batch;
        while (_next + (batch = Firmware.SamplesPerPacket) <= samples.Length && samples[_next + batch - 1].Time.Seconds <= trueS)
        {
            if (!Firmware.IsStreaming || !IsReachable(trueS) || samples[_next].Time.Seconds < _quietUntilS)
            {
                _next++; // taken, and nobody to send it to
                continue;
            }

            Send(samples.Slice(_next, batch));
            _next += batch;
        }
    }

    /// <summary>The next notification that has arrived by <paramref name="trueS"/>.</summary>
    /// <param name="trueS">Now.</param>
    /// <param name="characteristic">What notified.</param>
    /// <param name="value">Its bytes; valid until the next call of this class.</param>
    /// <param name="arrivedS">When it arrived.</param>
    public bool TryReceive(double trueS, out Guid characteristic, out ReadOnlySpan<byte> value, out double arrivedS)
    {
        int found = -1;
        for (int i = 0; i < Places; i++)
        {
            ref readonly Flight f = ref _flights[i];
            if (f.IsUsed && f.ArrivalS <= trueS && (found < 0 || f.ArrivalS < _flights[found].ArrivalS || (f.ArrivalS == _flights[found].ArrivalS && f.Order < _flights[found].Order))) found = i;
        }

        characteristic = found < 0 ? default : _flights[found].Characteristic;
        value = found < 0 ? default : _bytes.AsSpan(found * MaxValueBytes, _flights[found].Length);
        arrivedS = found < 0 ? 0 : _flights[found].ArrivalS;
        if (found < 0) return false;
        _flights[found].IsUsed = false;
        if (KeepsDelivered)
            for (int i = 0; i < _flights[found].Samples; i++) _delivered.Add(_flights[found].First + i);
        return true;
    }

    private void Send(ReadOnlySpan<ImuSample> samples)
    {
        for (int i = 0; i < samples.Length; i++) _batch[i] = samples[i] with { Time = new DeviceTime(DeviceUs(samples[i].Time.Seconds)) };
        int length = Firmware.Encode(_batch.AsSpan(0, samples.Length), _scratch);
        PacketsMade++;
        FirstSentS = Math.Min(FirstSentS, samples[0].Time.Seconds);
        // Chance is drawn for every packet, whatever becomes of it.
        double swap = _chance.NextDouble(), duplicate = _chance.NextDouble();
        if (_link.Send(samples[^1].Time.Seconds, samples.Length).ArrivalS is not { } arrivalS) return;
        _lastArrivalS = Math.Max(_lastArrivalS, arrivalS);
        int place = Fly(Firmware.StreamCharacteristic, _scratch.AsSpan(0, length), _lastArrivalS, samples.Length);
        if (_swapped >= 0 && place >= 0)
        {
            // The one before comes right behind this one.
            _flights[_swapped].ArrivalS = _lastArrivalS;
            _flights[_swapped].Order = _order++;
            _swapped = -1;
        }
        else if (swap < _options.SwapShare && place >= 0)
        {
            _flights[place].ArrivalS = _lastArrivalS + (2 * _options.Radio.ConnectionIntervalS); // unless nothing overtakes it
            _swapped = place;
        }

        if (duplicate < _options.DuplicateShare) Fly(Firmware.StreamCharacteristic, _scratch.AsSpan(0, length), _lastArrivalS, samples.Length);
    }

    private int Fly(Guid characteristic, ReadOnlySpan<byte> value, double arrivalS, int samples = 0)
    {
        int place = Array.FindIndex(_flights, static f => !f.IsUsed);
        if (place < 0) return -1;
        value.CopyTo(_bytes.AsSpan(place * MaxValueBytes));
        _flights[place] = new Flight { IsUsed = true, Characteristic = characteristic, Length = value.Length, ArrivalS = arrivalS, Order = _order++, First = _next, Samples = samples };
        return place;
    }

    private struct Flight
    {
        public bool IsUsed;
        public Guid Characteristic;
        public int Length;
        public double ArrivalS;
        public long Order;
        public int First;
        public int Samples;
    }
}
