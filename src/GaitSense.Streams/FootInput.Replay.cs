using System.Buffers.Binary;
using System.Text;
using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Streams;

/// <content>The same inputs once more, from what a log was told. Whatever the bytes are, nothing is thrown.</content>
public sealed partial class FootInput
{
    private const int SettingsSize = 7;

    /// <summary>Something happens again.</summary>
    /// <param name="input">What.</param>
    /// <param name="time">When.</param>
    /// <param name="number">See <see cref="SensorInput"/>.</param>
    /// <param name="value">Its bytes.</param>
    /// <returns>False where it cannot have happened so: something before it is missing.</returns>
    internal bool Apply(SensorInput input, HostTime time, int number, ReadOnlySpan<byte> value)
    {
        if (input == SensorInput.Opened) return ApplyOpened(value, time);
        if (_dialogue is null) return false;
        switch (input)
        {
            case SensorInput.Stepped:
                NextStep(time);
                return true;
            case SensorInput.Read:
                OnRead(value, time);
                return true;
            case SensorInput.TimedOut:
                OnTimeout(time);
                return true;
            case SensorInput.TimeAsked:
                TryAskTime(time, out _);
                return true;
            case SensorInput.StopBegun:
                BeginStop(time);
                return true;
            case SensorInput.Heard:
                Span<byte> answer = stackalloc byte[TimeSize];
                Receive(number, value, time, answer);
                return true;
            case SensorInput.Subscribed when value.Length == 16:
                return Subscribe(new Guid(value, bigEndian: true), time) == number;
            case SensorInput.Ready:
                Begin(time);
                return true;
            case SensorInput.Taken when Stream is not null:
                Take(number, value, time);
                return true;
            default:
                return false;
        }
    }

    private bool ApplyOpened(ReadOnlySpan<byte> value, HostTime time)
    {
        if (value.Length <= SettingsSize || !ReadSettings(value).IsInRange) return false;
        string id = Encoding.UTF8.GetString(value[SettingsSize..]);
        if (SensorProfiles.All.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.Ordinal)) is not { } profile) return false;
        Open(profile, ReadSettings(value), forgetChannels: false, time);
        return true;
    }

    private void LogOpened(SensorProfile profile, StreamSettings settings, HostTime now)
    {
        if (Log is null) return;
        Span<byte> value = stackalloc byte[SettingsSize + 64];
        BinaryPrimitives.WriteUInt16LittleEndian(value, settings.RateHz);
        BinaryPrimitives.WriteUInt16LittleEndian(value[2..], settings.AccelFullScaleMg);
        BinaryPrimitives.WriteUInt16LittleEndian(value[4..], settings.GyroFullScaleTenthDegPerS);
        value[6] = (byte)settings.Profile;
        Report(SensorInput.Opened, now, 0, value[..(SettingsSize + Encoding.UTF8.GetBytes(profile.Id, value[SettingsSize..]))]);
    }

    private static StreamSettings ReadSettings(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(from),
        BinaryPrimitives.ReadUInt16LittleEndian(from[2..]),
        BinaryPrimitives.ReadUInt16LittleEndian(from[4..]),
        (StreamProfile)from[6]);
}
