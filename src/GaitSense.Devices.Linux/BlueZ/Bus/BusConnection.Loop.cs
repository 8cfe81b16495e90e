namespace GaitSense.Devices.Linux;

/// <content>The thread that owns the connection.</content>
internal sealed unsafe partial class BusConnection
{
    private void Run()
    {
        BusException reason;
        try
        {
            reason = Pump();
        }
        catch (BusException e)
        {
            reason = e;
        }

        _closed.TrySetResult(reason);
        lock (_ending) _ended = true;
        while (_work.TryDequeue(out Action? late)) late();
        foreach (PendingCall call in _calls.ToArray()) call.Fail(reason);
        foreach (nint slot in _slots) SdBus.SlotUnref(slot);
        SdBus.FlushCloseUnref(_bus);
        foreach (System.Runtime.InteropServices.GCHandle handler in _handlers) handler.Free();
        _ = Libc.Close(_waker);
    }

    private BusException Pump()
    {
        while (true)
        {
            while (_work.TryDequeue(out Action? action)) action();
            if (_stopping) return new BusException(BusException.Disconnected, "the connection was closed");
            int code = SdBus.Process(_bus, 0);
            if (code < 0) return BusException.FromCode(code, "the system bus (D-Bus) was lost");
            if (code == 0 && _work.IsEmpty) Wait();
        }
    }

    private void Wait()
    {
        Span<Libc.PollEntry> entries = stackalloc Libc.PollEntry[2 + _hangUps.Count];
        entries[0] = new Libc.PollEntry { Fd = SdBus.GetFd(_bus), Events = (short)SdBus.GetEvents(_bus) };
        entries[1] = new Libc.PollEntry { Fd = _waker, Events = Libc.PollIn };
        int n = 2;
        foreach (int fd in _hangUps.Keys) entries[n++] = new Libc.PollEntry { Fd = fd }; // a hang-up is always reported
        int ready;
        fixed (Libc.PollEntry* p = entries) ready = Libc.Poll(p, (nuint)entries.Length, TimeoutMs());
        if (ready <= 0) return;
        if (entries[1].Returned != 0)
        {
            long count;
            _ = Libc.Read(_waker, (byte*)&count, sizeof(long));
        }

        foreach (Libc.PollEntry entry in entries[2..])
            if (entry.Returned != 0 && _hangUps.Remove(entry.Fd, out Action? handler)) handler();
    }

    private int TimeoutMs()
    {
        if (SdBus.GetTimeout(_bus, out ulong untilUs) < 0 || untilUs == ulong.MaxValue) return -1;
        double nowUs = System.Diagnostics.Stopwatch.GetTimestamp() * 1e6 / System.Diagnostics.Stopwatch.Frequency; // both are CLOCK_MONOTONIC
        return untilUs <= nowUs ? 0 : (int)Math.Min(int.MaxValue, ((untilUs - nowUs) / 1000) + 1);
    }
}
