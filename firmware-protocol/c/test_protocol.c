/* The C reference against the vectors, both ways; the sensor's state machine; cut and mutated bytes. Exit code 0: all is well. */
#include "gaitsense_protocol.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_FIELDS 32

typedef struct {
    const char *name;
    const uint8_t *bytes;
    size_t length;
    gs_fault verdict;
    int encode;
    uint64_t fields[MOST_FIELDS];
    const int16_t *samples;
    unsigned count;
} vector;

typedef enum { OP_INIT, OP_CONNECT, OP_DISCONNECT, OP_SUBSCRIBE, OP_CONTROL, OP_MOTOR, OP_PUSH, OP_CLOCK, OP_INFO, OP_BAD } op;

typedef struct {
    const char *name;
    op op;
    uint32_t value, at;
    const uint8_t *given;
    size_t given_length;
    const uint8_t *answer;
    size_t answer_length;
    unsigned todo;
} step;

#include "vectors.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static unsigned failures, checks;

static void check(int good, const char *what, const char *where)
{
    checks++;
    if (good) return;
    failures++;
    printf("FAILED: %s: %s\n", where, what);
}

#define FIELD(file, field, actual) check(v->fields[file##_##field] == (uint64_t)(int64_t)(actual), #field, v->name)
#define FIELD_U64(file, field, actual) check(v->fields[file##_##field] == (actual), #field, v->name)

static void agrees(const vector *v, const uint8_t *bytes, size_t length)
{
    int same = length == v->length && memcmp(bytes, v->bytes, length) == 0;
    check(length > 0, "cannot be encoded", v->name);
    check(same == v->encode, "encoded", v->name);
}

/* Each message is decoded from a copy of its exact length, so that the sanitizer sees a byte read too far. */
static uint8_t *copy(const uint8_t *bytes, size_t length)
{
    uint8_t *b = malloc(length > 0 ? length : 1);
    if (b == NULL) abort();
    if (length > 0) memcpy(b, bytes, length);
    return b;
}

static void test_sample_packets(void)
{
    size_t i;
    for (i = 0; i < COUNT(sample_packets); i++) {
        const vector *v = &sample_packets[i];
        uint8_t *bytes = copy(v->bytes, v->length), out[GS_PACKET_MAX];
        gs_header h;
        gs_sample samples[GS_SAMPLES_MAX];
        gs_fault fault = gs_packet_decode(bytes, v->length, &h);
        check(fault == v->verdict, "verdict", v->name);
        if (fault == GS_OK) {
            unsigned k;
            size_t size;
            FIELD(sample_packets, flags, h.flags);
            FIELD(sample_packets, stream, h.stream);
            FIELD(sample_packets, index, h.index);
            FIELD(sample_packets, time_us, h.time_us);
            check(h.count == v->count, "count", v->name);
            for (k = 0; k < h.count; k++) gs_packet_sample(bytes, k, &samples[k]);
            check(memcmp(samples, v->samples, h.count * sizeof samples[0]) == 0, "samples", v->name);
            size = gs_packet_encode(out, sizeof out, &h, samples);
            agrees(v, out, size);
            check(gs_packet_encode(out, size - 1, &h, samples) == 0, "too little room", v->name);
        }
        free(bytes);
    }
}

static void test_stream_info(void)
{
    size_t i;
    for (i = 0; i < COUNT(stream_info); i++) {
        const vector *v = &stream_info[i];
        uint8_t *bytes = copy(v->bytes, v->length), out[GS_STREAM_INFO_SIZE];
        gs_stream_info s;
        gs_fault fault = gs_stream_info_decode(bytes, v->length, &s);
        check(fault == v->verdict, "verdict", v->name);
        if (fault == GS_OK) {
            FIELD(stream_info, version, s.version);
            FIELD(stream_info, stream, s.stream);
            FIELD(stream_info, streaming, s.flags & GS_INFO_STREAMING);
            FIELD(stream_info, profile, s.profile);
            FIELD(stream_info, epoch, s.epoch);
            FIELD(stream_info, period_ns, s.period_ns);
            FIELD(stream_info, acc_full_scale_mg, s.acc_full_scale_mg);
            FIELD(stream_info, gyr_full_scale_ddps, s.gyr_full_scale_ddps);
            FIELD(stream_info, filter_delay_us, s.filter_delay_us);
            FIELD(stream_info, foot, s.foot);
            FIELD(stream_info, samples_per_packet, s.samples_per_packet);
            agrees(v, out, gs_stream_info_encode(out, sizeof out, &s));
        }
        free(bytes);
    }
}

static void test_status(void)
{
    size_t i;
    for (i = 0; i < COUNT(status); i++) {
        const vector *v = &status[i];
        uint8_t *bytes = copy(v->bytes, v->length), out[GS_STATUS_SIZE];
        gs_status s;
        gs_fault fault = gs_status_decode(bytes, v->length, &s);
        check(fault == v->verdict, "verdict", v->name);
        if (fault == GS_OK) {
            FIELD(status, battery_percent, s.battery_percent);
            FIELD(status, flags, s.flags);
            FIELD(status, stream, s.stream);
            FIELD(status, last_reset, s.last_reset);
            FIELD(status, samples_lost, s.samples_lost);
            FIELD(status, temperature_cc, s.temperature_cc);
            FIELD(status, bad_requests, s.bad_requests);
            FIELD_U64(status, time_us, s.time_us);
            agrees(v, out, gs_status_encode(out, sizeof out, &s));
        }
        free(bytes);
    }
}

static void test_advertising(void)
{
    size_t i;
    for (i = 0; i < COUNT(advertising); i++) {
        const vector *v = &advertising[i];
        uint8_t *bytes = copy(v->bytes, v->length), out[GS_ADVERTISING_SIZE];
        gs_advertising a;
        gs_fault fault = gs_advertising_decode(bytes, v->length, &a);
        check(fault == v->verdict, "verdict", v->name);
        if (fault == GS_OK) {
            FIELD(advertising, version, a.version);
            FIELD(advertising, foot, a.foot);
            FIELD(advertising, bond_required, (a.flags & GS_ADV_BOND_REQUIRED) != 0);
            FIELD(advertising, battery_low, (a.flags & GS_ADV_BATTERY_LOW) != 0);
            FIELD(advertising, battery_percent, a.battery_percent);
            agrees(v, out, gs_advertising_encode(out, sizeof out, &a));
        }
        free(bytes);
    }
}

static void test_motor(void)
{
    size_t i;
    for (i = 0; i < COUNT(motor); i++) {
        const vector *v = &motor[i];
        uint8_t *bytes = copy(v->bytes, v->length), out[GS_MOTOR_SIZE];
        gs_motor m;
        gs_fault fault = gs_motor_decode(bytes, v->length, &m);
        check(fault == v->verdict, "verdict", v->name);
        if (fault == GS_OK) {
            FIELD(motor, scheduled, m.flags & GS_MOTOR_SCHEDULED);
            FIELD(motor, strength, m.strength);
            FIELD(motor, pulses, m.pulses);
            FIELD(motor, on_ms, m.on_ms);
            FIELD(motor, off_ms, m.off_ms);
            FIELD(motor, start_us, m.start_us);
            agrees(v, out, gs_motor_encode(out, sizeof out, &m));
        }
        free(bytes);
    }
}

static void test_requests(void)
{
    size_t i;
    for (i = 0; i < COUNT(requests); i++) {
        const vector *v = &requests[i];
        uint8_t *bytes = copy(v->bytes, v->length), out[GS_REQUEST_MAX];
        gs_request r;
        gs_fault fault = gs_request_decode(bytes, v->length, &r);
        check(fault == v->verdict, "verdict", v->name);
        if (fault == GS_OK) {
            size_t size = gs_request_encode(out, sizeof out, &r);
            FIELD(requests, opcode, r.opcode);
            FIELD(requests, token, r.token);
            FIELD(requests, lowest_major, r.lowest_major);
            FIELD(requests, highest_major, r.highest_major);
            FIELD(requests, rate_hz, r.settings.rate_hz);
            FIELD(requests, acc_full_scale_mg, r.settings.acc_full_scale_mg);
            FIELD(requests, gyr_full_scale_ddps, r.settings.gyr_full_scale_ddps);
            FIELD(requests, profile, r.settings.profile);
            FIELD_U64(requests, host_time, r.host_time);
            FIELD(requests, scheduled, r.motor.flags);
            FIELD(requests, strength, r.motor.strength);
            FIELD(requests, start_us, r.motor.start_us);
            FIELD(requests, foot, r.foot);
            if (v->encode) agrees(v, out, size);
            else check(size == 0, "an unknown opcode is not encoded", v->name);
        }
        free(bytes);
    }
}

static void test_answers(void)
{
    size_t i;
    for (i = 0; i < COUNT(answers); i++) {
        const vector *v = &answers[i];
        uint8_t *bytes = copy(v->bytes, v->length), out[GS_ANSWER_MAX];
        gs_answer a;
        gs_fault fault = gs_answer_decode(bytes, v->length, &a);
        check(fault == v->verdict, "verdict", v->name);
        if (fault == GS_OK) {
            FIELD(answers, opcode, a.opcode);
            FIELD(answers, token, a.token);
            FIELD(answers, error, a.error);
            FIELD(answers, has_parameters, a.has_parameters);
            FIELD(answers, version, a.version);
            FIELD(answers, lowest_major, a.lowest_major);
            FIELD(answers, highest_major, a.highest_major);
            FIELD(answers, firmware, a.firmware);
            FIELD(answers, lowest_rate_hz, a.lowest_rate_hz);
            FIELD(answers, highest_rate_hz, a.highest_rate_hz);
            FIELD(answers, buffered_samples, a.buffered_samples);
            FIELD(answers, features, a.features);
            FIELD(answers, period_ns, a.period_ns);
            FIELD(answers, acc_full_scale_mg, a.acc_full_scale_mg);
            FIELD(answers, gyr_full_scale_ddps, a.gyr_full_scale_ddps);
            FIELD(answers, profile, a.profile);
            FIELD(answers, samples_per_packet, a.samples_per_packet);
            FIELD(answers, stream, a.stream);
            FIELD(answers, samples_taken, a.samples_taken);
            FIELD(answers, epoch_low, a.epoch_low);
            FIELD_U64(answers, received_us, a.received_us);
            FIELD_U64(answers, sent_us, a.sent_us);
            agrees(v, out, gs_answer_encode(out, sizeof out, &a));
        }
        free(bytes);
    }
}

/* ------------------------------------------------------------- the sensor -------- */

static const uint32_t periods[] = { 40000000, 20000000, 10000000, 5000000, 2500000 };
static const uint16_t acc_scales[] = { 2000, 4000, 8000, 16000 };
static const uint16_t gyr_scales[] = { 2500, 5000, 10000, 20000 };
static const gs_sensor_limits limits = {
    periods, acc_scales, gyr_scales, 5, 4, 4, GS_FEATURE_MOTOR | GS_FEATURE_LOGGING, 0x0100, 2500, 64
};

static gs_sensor sensor;
static gs_answer said;

static unsigned ask(const gs_request *r, uint64_t now)
{
    uint8_t bytes[GS_REQUEST_MAX], answer[GS_ANSWER_MAX];
    size_t length, size = gs_request_encode(bytes, sizeof bytes, r);
    unsigned todo = gs_sensor_control(&sensor, bytes, size, now, now + 250, answer, &length);
    check(gs_answer_decode(answer, length, &said) == GS_OK, "the answer is well-formed", "sensor");
    check(said.opcode == r->opcode && said.token == r->token, "the answer belongs to the request", "sensor");
    return todo;
}

static unsigned ask_simple(uint8_t opcode)
{
    gs_request r;
    memset(&r, 0, sizeof r);
    r.opcode = opcode;
    r.token = 7;
    r.lowest_major = r.highest_major = 1;
    return ask(&r, 1000);
}

static void test_dialogues(void)
{
    const gs_sample sample = { { 1, 2, 3 }, { 4, 5, 6 } };
    size_t i;
    for (i = 0; i < COUNT(dialogue_steps); i++) {
        const step *s = &dialogue_steps[i];
        uint8_t *given = copy(s->given, s->given_length), out[GS_PACKET_MAX];
        size_t length = 0;
        unsigned todo = 0;
        switch (s->op) {
            case OP_INIT: check(gs_sensor_init(&sensor, &limits, 0xCAFE, GS_FOOT_LEFT), "init", s->name); break;
            case OP_CONNECT: todo = gs_sensor_connected(&sensor, (uint16_t)s->value); break;
            case OP_DISCONNECT: todo = gs_sensor_disconnected(&sensor); break;
            case OP_SUBSCRIBE: gs_sensor_set_subscribed(&sensor, s->value != 0); break;
            case OP_CONTROL: todo = gs_sensor_control(&sensor, given, s->given_length, s->at, s->at + UINT64_C(250), out, &length); break;
            case OP_MOTOR: todo = gs_sensor_motor(&sensor, given, s->given_length, s->at); break;
            case OP_PUSH: length = gs_sensor_push(&sensor, &sample, s->at, 0, out, sizeof out); break;
            case OP_CLOCK: todo = gs_sensor_clock_broke(&sensor, s->value); break;
            case OP_INFO: length = gs_sensor_info(&sensor, out, sizeof out); break;
            case OP_BAD: check(sensor.status.bad_requests == s->value, "bad requests", s->name); break;
        }
        check(todo == s->todo, "what is to be done", s->name);
        check(length == s->answer_length && (length == 0 || memcmp(out, s->answer, length) == 0), "what is sent", s->name);
        free(given);
    }
}

static void test_sensor(void)
{
    uint8_t packet[GS_PACKET_MAX], bad[] = { 3 };
    const gs_sample sample = { { 1, 2, 3 }, { 4, 5, 6 } }, clipped = { { 32767, 0, 0 }, { 0, 0, 0 } };
    gs_request r;
    gs_header h;
    size_t length;
    unsigned k;

    check(gs_sensor_init(&sensor, &limits, 0xCAFE, GS_FOOT_LEFT), "init", "sensor");
    check(sensor.info.period_ns == 5000000 && sensor.info.acc_full_scale_mg == 16000, "the default is 200 Hz, 16 g", "sensor");
    gs_sensor_connected(&sensor, 23);
    check(sensor.info.samples_per_packet == 1, "one sample with MTU 23", "sensor");
    gs_sensor_set_mtu(&sensor, 247);
    check(sensor.info.samples_per_packet == 4, "20 ms of samples with MTU 247", "sensor");
    ask_simple(GS_OP_START);
    check(said.error == GS_ERR_VERSION, "nothing before hello", "sensor");
    ask_simple(GS_OP_HELLO);
    check(said.error == GS_ERR_OK && said.version == GS_VERSION, "hello", "sensor");
    ask_simple(GS_OP_START);
    check(said.error == GS_ERR_STATE, "no start without notifications", "sensor");
    gs_sensor_set_subscribed(&sensor, true);
    memset(&r, 0, sizeof r);
    r.opcode = GS_OP_CONFIGURE;
    r.settings.rate_hz = 104;
    r.settings.acc_full_scale_mg = 15991;
    r.settings.gyr_full_scale_ddps = 20000;
    check(ask(&r, 0) == (GS_DO_APPLY | GS_DO_NOTIFY_INFO) && said.period_ns == 10000000, "104 Hz is near enough to 100", "sensor");
    r.settings.rate_hz = 150;
    check(ask(&r, 0) == 0 && said.error == GS_ERR_RANGE && said.period_ns != 0, "150 Hz is not, and the nearest is offered", "sensor");
    check(sensor.info.period_ns == 10000000, "a refusal changes nothing", "sensor");
    r.settings.rate_hz = 200;
    r.settings.acc_full_scale_mg = 32000;
    ask(&r, 0);
    check(said.error == GS_ERR_RANGE && said.acc_full_scale_mg == 16000, "32 g is too much", "sensor");
    r.settings.acc_full_scale_mg = 7000;
    ask(&r, 0);
    check(said.error == GS_ERR_OK && said.acc_full_scale_mg == 8000 && said.samples_per_packet == 4, "the smallest range that holds it", "sensor");

    check(ask_simple(GS_OP_START) == (GS_DO_NOTIFY_INFO | GS_DO_START | GS_DO_NOTIFY_STATUS) && said.stream == 1, "start", "sensor");
    check(ask_simple(GS_OP_START) == 0 && said.stream == 1, "start again changes nothing", "sensor");
    ask(&r, 0);
    check(said.error == GS_ERR_STATE, "no configure while streaming", "sensor");
    for (k = 0; k < 3; k++) check(gs_sensor_push(&sensor, &sample, 100 + k * 5000u, 0, packet, sizeof packet) == 0, "not full yet", "sensor");
    length = gs_sensor_push(&sensor, &clipped, 15100, 0, packet, sizeof packet);
    check(length == 56 && gs_packet_decode(packet, length, &h) == GS_OK, "the fourth sample fills a packet", "sensor");
    check(h.flags == (GS_FLAG_FIRST | GS_FLAG_ACC_CLIPPED) && h.index == 0 && h.time_us == 100 && h.stream == 1, "the first packet", "sensor");
    gs_sensor_push(&sensor, &sample, 20100, 0, packet, sizeof packet);
    length = gs_sensor_lost(&sensor, 10, packet, sizeof packet);
    check(length == 20 && gs_packet_decode(packet, length, &h) == GS_OK && h.index == 4 && h.flags == 0, "what was under way goes out before a loss", "sensor");
    for (k = 0; k < 4; k++) length = gs_sensor_push(&sensor, &sample, UINT64_C(0x100000000) + k * 5000u, 0, packet, sizeof packet);
    check(gs_packet_decode(packet, length, &h) == GS_OK && h.index == 15 && h.flags == GS_FLAG_LOST && h.time_us == 0, "the index counts what was lost, the time wraps", "sensor");
    check(sensor.status.samples_lost == 10, "lost samples are counted", "sensor");

    for (k = 0; k < 3; k++) gs_sensor_push(&sensor, &sample, k * 5000u, 0, packet, sizeof packet);
    gs_sensor_set_mtu(&sensor, 23);
    length = gs_sensor_push(&sensor, &sample, 15000, 0, packet, sizeof packet);
    check(length == 20, "a smaller MTU never makes a packet too long", "sensor");
    length = gs_sensor_flush(&sensor, packet, sizeof packet);
    check(length == 20 && gs_packet_decode(packet, length, &h) == GS_OK && h.index == 20 && h.time_us == 5000, "the rest follows with its own index and time", "sensor");

    check(gs_sensor_clock_broke(&sensor, 0xCAFE) == GS_DO_NOTIFY_INFO && sensor.info.epoch != 0xCAFE && sensor.info.stream == 2, "a broken clock opens a stream and an epoch", "sensor");
    length = gs_sensor_push(&sensor, &sample, 9, 0, packet, sizeof packet);
    check(gs_packet_decode(packet, length, &h) == GS_OK && h.flags == GS_FLAG_FIRST && h.stream == 2 && h.index == 0, "and starts to count again", "sensor");

    r.opcode = GS_OP_TIME;
    ask(&r, UINT64_C(0x123456789A));
    check(said.received_us == UINT64_C(0x123456789A) && said.sent_us == said.received_us + 250 && said.epoch_low == (uint8_t)sensor.info.epoch, "time", "sensor");
    r.opcode = GS_OP_VIBRATE;
    r.motor.strength = 255;
    r.motor.pulses = 1;
    r.motor.on_ms = 100;
    check(ask(&r, 5000) == GS_DO_VIBRATE && sensor.motor.strength == 255, "vibrate", "sensor");
    r.motor.flags = GS_MOTOR_SCHEDULED;
    r.motor.start_us = 5000;
    check(ask(&r, 5000) == 0 && said.error == GS_ERR_RANGE, "a cue that is late is not given", "sensor");
    check(ask_simple(GS_OP_STOP) == (GS_DO_STOP | GS_DO_NOTIFY_INFO | GS_DO_NOTIFY_STATUS) && said.samples_taken == 1 && said.stream == 2, "stop", "sensor");
    check(gs_sensor_push(&sensor, &sample, 0, 0, packet, sizeof packet) == 0, "nothing after stop", "sensor");
    length = 99;
    k = sensor.status.bad_requests;
    check(gs_sensor_control(&sensor, bad, 1, 0, 0, packet, &length) == 0 && length == 0 && sensor.status.bad_requests == k + 1, "what cannot be answered is counted", "sensor");
    ask_simple(GS_OP_START);
    check((gs_sensor_disconnected(&sensor) & (GS_DO_STOP | GS_DO_VIBRATE)) == (GS_DO_STOP | GS_DO_VIBRATE), "the end of the link stops all", "sensor");
    check(!sensor.greeted && sensor.info.period_ns == 5000000 && sensor.info.stream == 3, "but the configuration stays", "sensor");
    check(gs_sensor_info(&sensor, packet, sizeof packet) == GS_STREAM_INFO_SIZE && gs_sensor_status(&sensor, 77, packet, sizeof packet) == GS_STATUS_SIZE
        && gs_sensor_advertising(&sensor, packet, sizeof packet) == GS_ADVERTISING_SIZE, "values", "sensor");
}

/* Whatever comes, nothing is read or written where it should not be (the sanitizers say so), and what is accepted can be encoded. */
static uint32_t noise_state = 20261121;
static uint32_t noise(uint32_t below)
{
    noise_state ^= noise_state << 13;
    noise_state ^= noise_state >> 17;
    noise_state ^= noise_state << 5;
    return noise_state % below;
}

static void give(const uint8_t *source, size_t length)
{
    uint8_t *b = copy(source, length), out[GS_PACKET_MAX], answer[GS_ANSWER_MAX];
    size_t answered;
    gs_header h;
    gs_stream_info i;
    gs_status s;
    gs_advertising a;
    gs_motor m;
    gs_request r;
    gs_answer w;
    gs_sample samples[GS_SAMPLES_MAX];
    unsigned k;
    if (gs_packet_decode(b, length, &h) == GS_OK) {
        for (k = 0; k < h.count; k++) gs_packet_sample(b, k, &samples[k]);
        check(gs_packet_encode(out, sizeof out, &h, samples) == length, "packet again", "fuzz");
    }
    if (gs_stream_info_decode(b, length, &i) == GS_OK) check(gs_stream_info_encode(out, sizeof out, &i) != 0, "info again", "fuzz");
    if (gs_status_decode(b, length, &s) == GS_OK) check(gs_status_encode(out, sizeof out, &s) != 0, "status again", "fuzz");
    if (gs_advertising_decode(b, length, &a) == GS_OK) check(gs_advertising_encode(out, sizeof out, &a) != 0, "advertising again", "fuzz");
    if (gs_motor_decode(b, length, &m) == GS_OK) check(gs_motor_encode(out, sizeof out, &m) != 0, "motor again", "fuzz");
    if (gs_request_decode(b, length, &r) == GS_OK && r.opcode <= GS_OP_SET_FOOT) check(gs_request_encode(out, sizeof out, &r) == length, "request again", "fuzz");
    if (gs_answer_decode(b, length, &w) == GS_OK) check(gs_answer_encode(out, sizeof out, &w) != 0, "answer again", "fuzz");
    gs_sensor_control(&sensor, b, length, 1, 2, answer, &answered);
    if (answered > 0) check(gs_answer_decode(answer, answered, &w) == GS_OK, "answers are well-formed", "fuzz");
    gs_sensor_motor(&sensor, b, length, 1);
    free(b);
}

static void give_table(const vector *table, size_t count, unsigned long rounds)
{
    uint8_t b[600];
    size_t i, length;
    unsigned long round;
    for (i = 0; i < count; i++)
        for (length = 0; length <= table[i].length; length++) give(table[i].bytes, length);
    for (round = 0; round < rounds; round++) {
        const vector *v = &table[noise((uint32_t)count)];
        uint32_t changes = 1 + noise(4);
        memset(b, 0, sizeof b);
        memcpy(b, v->bytes, v->length);
        length = v->length;
        while (changes-- > 0) {
            if (noise(4) == 0) length = noise((uint32_t)sizeof b);
            else if (length > 0) b[noise((uint32_t)length)] = (uint8_t)noise(256);
        }
        give(b, length);
    }
}

int main(int argc, char **argv)
{
    unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 20000;
    test_sample_packets();
    test_stream_info();
    test_status();
    test_advertising();
    test_motor();
    test_requests();
    test_answers();
    test_dialogues();
    test_sensor();
    gs_sensor_connected(&sensor, 247);
    ask_simple(GS_OP_HELLO);
    give_table(sample_packets, COUNT(sample_packets), rounds);
    give_table(stream_info, COUNT(stream_info), rounds);
    give_table(status, COUNT(status), rounds);
    give_table(advertising, COUNT(advertising), rounds);
    give_table(motor, COUNT(motor), rounds);
    give_table(requests, COUNT(requests), rounds);
    give_table(answers, COUNT(answers), rounds);
    printf("%u checks, %u failed\n", checks, failures);
    return failures == 0 ? 0 : 1;
}
