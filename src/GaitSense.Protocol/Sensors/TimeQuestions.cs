namespace GaitSense.Protocol;

/// <summary>Questions for the time that are under way: at most four, the oldest gives way.</summary>
internal sealed class TimeQuestions
{
    /// <summary>Tokens from here up are of questions for the time.</summary>
    public const byte FirstToken = 0x80;

    private const int Places = 4;

    private readonly (byte Token, ulong HostUs)[] _asked = new (byte, ulong)[Places];
    private readonly byte[][] _buffers = [.. Enumerable.Range(0, Places).Select(_ => new byte[ControlRequest.MaxSize])];
    private byte _next;
    private (ulong HostUs, TimeAnswer Answer)? _answered;

    public ReadOnlyMemory<byte> Ask(ulong hostUs)
    {
        byte token = (byte)(FirstToken | _next++);
        int place = token % Places;
        _asked[place] = (token, hostUs);
        int size = ControlRequests.WriteTime(_buffers[place], token, hostUs);
        return _buffers[place].AsMemory(0, size);
    }

    public bool TryAnswer(byte token, in TimeAnswer answer)
    {
        int place = token % Places;
        if (token < FirstToken || _asked[place].Token != token) return false;
        _answered = (_asked[place].HostUs, answer);
        _asked[place] = default;
        return true;
    }

    public bool TryTake(out ulong hostUs, out TimeAnswer answer)
    {
        (hostUs, answer) = _answered ?? default;
        bool had = _answered is not null;
        _answered = null;
        return had;
    }

    /// <summary>A later notification makes an unread answer stale: its arrival is no longer known.</summary>
    public void Forget() => _answered = null;
}
