using GaitSense.Core;

namespace GaitSense.Devices.Tests;

/// <summary>A motor that keeps what it is asked for, on a virtual clock.</summary>
internal sealed class FakeMotor(Foot foot, TimeProvider time) : IVibrator
{
    private TaskCompletionSource? _held;

    public List<(double AtS, VibrationPulse Pulse, double? StartS)> Asked { get; } = [];

    public Foot Foot => foot;

    public bool TakesStart { get; set; }

    public bool Refuses { get; set; }

    public bool Throws { get; set; }

    /// <summary>How long a hand-over takes, s.</summary>
    public double TakesS { get; set; }

    public Task<bool> IsPresentAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public async Task<bool> VibrateAsync(VibrationPulse pulse, HostTime? start, CancellationToken cancellationToken)
    {
        Asked.Add((time.GetTimestamp() / (double)TimeSpan.TicksPerSecond, pulse, start?.SecondsSince(default)));
        if (Throws) throw new BleException(BleFailure.ConnectionLost, "test");
        if (_held is { } held) await held.Task.ConfigureAwait(false);
        if (TakesS > 0) await Task.Delay(TimeSpan.FromSeconds(TakesS), time, CancellationToken.None).ConfigureAwait(false);
        return !Refuses;
    }

    public void Hold() => _held = new TaskCompletionSource();

    public void LetGo()
    {
        TaskCompletionSource held = _held!;
        _held = null;
        held.SetResult();
    }
}
