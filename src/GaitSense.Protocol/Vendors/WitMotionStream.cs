namespace GaitSense.Protocol;

/// <summary>
/// Finds frames in notifications, which may hold several, or a part: a frame that was split is put together again. A notification that begins a frame of its own where the
/// rest of a split one should be followed by nothing or by a frame ends the wait for that rest: it was lost.
/// </summary>
internal sealed class WitMotionStream
{
    private readonly byte[] _frame = new byte[WitMotionFrame.Size];
    private int _count;

    /// <summary>Bytes of a frame whose rest has not come yet.</summary>
    public int Pending => _count;

    /// <summary>The frame that <see cref="TryTake"/> found.</summary>
    public ReadOnlySpan<byte> Frame => _frame;

    /// <summary>A notification begins. Says whether a frame that was waiting for its rest is given up.</summary>
    /// <param name="value">The notification.</param>
    public bool Begin(ReadOnlySpan<byte> value)
    {
        int rest = WitMotionFrame.Size - _count;
        if (_count == 0 || !WitMotionFrame.Begins(value) || (value.Length > rest && WitMotionFrame.Begins(value[rest..]))) return false;
        _count = 0;
        return true;
    }

    /// <summary>Takes bytes up to the end of a frame.</summary>
    /// <param name="value">What is left of the notification; what was taken is cut off.</param>
    /// <returns>False: no frame ends in it.</returns>
    public bool TryTake(ref ReadOnlySpan<byte> value)
    {
        while (!value.IsEmpty)
        {
            _frame[_count++] = value[0];
            value = value[1..];
            while (_count > 0 && !WitMotionFrame.MayBegin(_frame.AsSpan(0, _count))) _frame.AsSpan(1, --_count).CopyTo(_frame);

            if (_count < WitMotionFrame.Size) continue;
            _count = 0;
            return true;
        }

        return false;
    }
}
