namespace GaitSense.Protocol;

/// <summary>What a connection manager is to do next.</summary>
public enum SensorStepKind
{
    /// <summary>Enable the notifications of the characteristic, and give all of them to <see cref="SensorDialogue.Decode"/>.</summary>
    Subscribe,

    /// <summary>Read the characteristic and give the value to <see cref="SensorDialogue.OnRead"/>.</summary>
    Read,

    /// <summary>Write the value to the characteristic.</summary>
    Write,

    /// <summary>Wait until a notification was decoded, then ask again; after the step's time, call <see cref="SensorDialogue.OnTimeout"/> and ask again.</summary>
    Wait,

    /// <summary>Let the step's time pass.</summary>
    Pause,

    /// <summary>The sensor streams, or has stopped: nothing to do. Ask again after each notification that gave no readings.</summary>
    Idle,

    /// <summary>It will not work: <see cref="SensorDialogue.Refusal"/> says why.</summary>
    Refused,
}
