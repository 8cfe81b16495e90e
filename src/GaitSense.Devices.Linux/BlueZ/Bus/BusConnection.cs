using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;

namespace GaitSense.Devices.Linux;

/// <summary>
/// A connection to the system bus with one thread of its own, because sd-bus objects belong to one thread. Handlers run on that thread and must be
/// quick. Calls may be made from anywhere.
/// </summary>
/// <remarks>
/// Why sd-bus: it is on every Linux with systemd, marshals and passes descriptors, and leaves some 400 lines here. A D-Bus client in managed code
/// came to as much for scan and notify alone, and would be a protocol of ours to maintain; GIO would bring a main loop and an object system.
/// </remarks>
internal sealed unsafe partial class BusConnection : IDisposable
{
    private readonly nint _bus;
    private readonly int _waker;
    private readonly ConcurrentQueue<Action> _work = new();
    private readonly HashSet<PendingCall> _calls = [];
    private readonly HashSet<nint> _slots = [];
    private readonly List<GCHandle> _handlers = [];
    private readonly Dictionary<int, Action> _hangUps = [];
    private readonly TaskCompletionSource<BusException> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _ending = new();
    private readonly Thread _thread;
    private volatile bool _stopping;
    private bool _ended;

    private BusConnection(nint bus)
    {
        _bus = bus;
        _waker = Libc.CreateWaker();
        _thread = new Thread(Run) { IsBackground = true, Name = "D-Bus" };
        _thread.Start();
    }

    /// <summary>Completes when the connection has ended, with the reason.</summary>
    public Task<BusException> Closed => _closed.Task;

    /// <summary>Opens the system bus.</summary>
    /// <exception cref="BusException">There is none, or this user may not use it.</exception>
    /// <exception cref="DllNotFoundException">libsystemd is not there.</exception>
    public static BusConnection OpenSystem()
    {
        int code = SdBus.OpenSystem(out nint bus);
        return code >= 0 ? new BusConnection(bus) : throw BusException.FromCode(code, "the system bus (D-Bus) cannot be reached");
    }

    /// <summary>Runs something on the bus thread, soon.</summary>
    /// <returns>False: the connection has ended, and it will not run.</returns>
    public bool Post(Action action)
    {
        lock (_ending)
        {
            if (_ended) return false;
            _work.Enqueue(action);
            long one = 1;
            _ = Libc.Write(_waker, (byte*)&one, sizeof(long));
            return true;
        }
    }

    /// <summary>Runs something on the bus thread and gives its result.</summary>
    /// <exception cref="BusException">It failed, or the connection has ended.</exception>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        bool posted = Post(() =>
        {
            try
            {
                result.SetResult(work());
            }
            catch (BusException e)
            {
                result.SetException(e);
            }
        });
        if (!posted) result.SetException(new BusException(BusException.Disconnected, "the connection to the system bus has ended"));
        return result.Task;
    }

    /// <summary>Calls a method and gives the arguments of its answer.</summary>
    /// <param name="call">The method.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="first">Takes the answer on the bus thread, before any later message is read.</param>
    /// <exception cref="BusException">The answer is an error, there is none in time, or the connection ended.</exception>
    public Task<object?[]> CallAsync(BusCall call, CancellationToken cancellationToken, Action<object?[]>? first = null)
    {
        var pending = new PendingCall(this, first);
        if (!Post(() => pending.Begin(call))) throw new BusException(BusException.Disconnected, "the connection to the system bus has ended");
        return pending.WaitAsync(cancellationToken);
    }

    /// <summary>Receives signals that match a rule. On the bus thread only.</summary>
    public void Match(string rule, Action<BusMessage> handler)
    {
        int code = SdBus.AddMatch(_bus, out nint slot, rule, &OnMessage, Keep(m => { handler(m); return false; }));
        if (code < 0) throw BusException.FromCode(code, "D-Bus signals cannot be received");
        _slots.Add(slot);
    }

    /// <summary>Answers calls to objects at and below a path; the handler says whether it did. On the bus thread only.</summary>
    /// <returns>What <see cref="Withdraw"/> takes.</returns>
    public nint Serve(string prefix, Func<BusMessage, bool> handler)
    {
        int code = SdBus.AddFallback(_bus, out nint slot, prefix, &OnMessage, Keep(handler));
        if (code < 0) throw BusException.FromCode(code, "D-Bus objects cannot be offered");
        _slots.Add(slot);
        return slot;
    }

    /// <summary>Ends what <see cref="Serve"/> began. On the bus thread only.</summary>
    public void Withdraw(nint slot)
    {
        if (_slots.Remove(slot)) SdBus.SlotUnref(slot);
    }

    /// <summary>Answers a call. On the bus thread, inside its handler, only.</summary>
    public void Reply(BusMessage call, params ReadOnlySpan<(string Signature, object Value)> values)
    {
        if (SdBus.NewMethodReturn(call.Handle, out nint message) >= 0) Send(message, values);
    }

    /// <summary>Answers a call with an error. On the bus thread, inside its handler, only.</summary>
    public void ReplyError(BusMessage call, string name, string text)
    {
        fixed (byte* n = Encoding.UTF8.GetBytes(name + '\0'), t = Encoding.UTF8.GetBytes(text + '\0'))
        {
            var error = new SdBus.Error { Name = n, Message = t };
            if (SdBus.NewMethodError(call.Handle, out nint message, &error) >= 0) Send(message, []);
        }
    }

    /// <summary>Sends a signal. On the bus thread only.</summary>
    public void Signal(string path, string contract, string member, params ReadOnlySpan<(string Signature, object Value)> values)
    {
        if (SdBus.NewSignal(_bus, out nint message, path, contract, member) >= 0) Send(message, values);
    }

    /// <summary>Tells, once, when the other end of a socket is closed. On the bus thread only.</summary>
    public void WatchHangUp(int fd, Action handler) => _hangUps[fd] = handler;

    /// <summary>Ends the connection and waits for its thread, except on that thread.</summary>
    public void Dispose()
    {
        Post(() => _stopping = true);
        if (Thread.CurrentThread != _thread) _thread.Join();
    }

    [UnmanagedCallersOnly]
    private static int OnMessage(nint message, nint userData, SdBus.Error* error)
    {
        try
        {
            return ((Func<BusMessage, bool>)GCHandle.FromIntPtr(userData).Target!)(new BusMessage(message)) ? 1 : 0;
        }
        catch (BusException)
        {
            return 0; // a message that is not what its signature says: as if it had not come
        }
    }

    private nint Keep(Func<BusMessage, bool> handler)
    {
        GCHandle handle = GCHandle.Alloc(handler);
        _handlers.Add(handle);
        return GCHandle.ToIntPtr(handle);
    }

    private void Send(nint message, ReadOnlySpan<(string Signature, object Value)> values)
    {
        try
        {
            foreach ((string signature, object value) in values) BusWriter.Append(message, signature, value);
            _ = SdBus.Send(_bus, message, 0);
        }
        finally
        {
            SdBus.MessageUnref(message);
        }
    }
}
