using System.Runtime.InteropServices;

namespace GaitSense.Devices.Linux;

/// <summary>The functions of libasound that are used here (alsa-lib's pcm.h). A frame count is a C long.</summary>
internal static unsafe partial class Asound
{
    internal const int Playback = 0, Interleaved = 3, Signed16LittleEndian = 2;

    private const string Library = "libasound.so.2";

    [LibraryImport(Library, EntryPoint = "snd_pcm_open", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(out nint pcm, string name, int direction, int mode);

    [LibraryImport(Library, EntryPoint = "snd_pcm_set_params")]
    internal static partial int SetParams(nint pcm, int format, int access, uint channels, uint rateHz, int mayResample, uint latencyUs);

    [LibraryImport(Library, EntryPoint = "snd_pcm_get_params")]
    internal static partial int GetParams(nint pcm, out nuint bufferFrames, out nuint periodFrames);

    [LibraryImport(Library, EntryPoint = "snd_pcm_writei")]
    internal static partial nint Write(nint pcm, short* samples, nuint frames);

    [LibraryImport(Library, EntryPoint = "snd_pcm_delay")]
    internal static partial int Delay(nint pcm, nint* frames);

    [LibraryImport(Library, EntryPoint = "snd_pcm_recover")]
    internal static partial int Recover(nint pcm, int error, int silent);

    [LibraryImport(Library, EntryPoint = "snd_pcm_drop")]
    internal static partial int Drop(nint pcm);

    [LibraryImport(Library, EntryPoint = "snd_pcm_close")]
    internal static partial int Close(nint pcm);

    [LibraryImport(Library, EntryPoint = "snd_strerror")]
    private static partial byte* ErrorText(int error);

    [LibraryImport(Library, EntryPoint = "snd_lib_error_set_handler")]
    private static partial int SetErrorHandler(delegate* unmanaged[Cdecl]<byte*, int, byte*, int, byte*, void> handler);

    /// <summary>An error in the library's words.</summary>
    internal static string Text(int error) => Marshal.PtrToStringUTF8((nint)ErrorText(error)) ?? "unknown";

    /// <summary>Keeps the library from writing on the terminal: what fails is said once, by us.</summary>
    internal static void BeQuiet() => _ = SetErrorHandler(&Ignore);

    // In C the format is followed by its values. A function that reads none of them can be without them: the caller cleans up.
    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static void Ignore(byte* file, int line, byte* function, int error, byte* format)
    {
    }
}
